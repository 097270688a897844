'use strict';
// A Backstage back end of nothing but Backstage's own plugins: catalog, auth, permission.
const { createBackend } = require('@backstage/backend-defaults');

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@coder/plugin-auth-backend-module-coder-provider'));
backend.add(require('./sign-in'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(require('./read-policy'));
// Put here by dev.greenroom.standins.backstage.CatalogHints.
if (process.env.BACKSTAGE_HINTS) {
  backend.add(import('./catalog-hints/dist/index.js'));
}
backend.start();
