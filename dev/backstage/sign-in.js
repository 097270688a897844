'use strict';
// GET /api/auth/named/refresh with the header `x-sign-in-as: user:default/jane` signs that user of the catalog in,
// as a proxy in front of Backstage does. For tests on 127.0.0.1 only: it believes whatever it is told.
const { coreServices, createBackendModule } = require('@backstage/backend-plugin-api');
const {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} = require('@backstage/plugin-auth-node');

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  authenticate: async ({ req }) => ({ result: { entityRef: req.header('x-sign-in-as') } }),
});

module.exports = createBackendModule({
  pluginId: 'auth',
  moduleId: 'named',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint, logger: coreServices.logger },
      async init({ providers, logger }) {
        logger.warn('anybody can sign in as anybody');
        providers.registerProvider({
          providerId: 'named',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: async ({ result }, ctx) => ctx.signInWithCatalogUser({ entityRef: result.entityRef }),
          }),
        });
      },
    });
  },
});
