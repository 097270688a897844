'use strict';
// Entities whose annotation `greenroom.dev/hidden-from` names a user are not there for that user.
const { createBackendModule } = require('@backstage/backend-plugin-api');
const { catalogConditions, createCatalogConditionalDecision } = require('@backstage/plugin-catalog-backend/alpha');
const { AuthorizeResult } = require('@backstage/plugin-permission-common');
const { policyExtensionPoint } = require('@backstage/plugin-permission-node/alpha');

class ReadPolicy {
  async handle({ permission }, user) {
    if (!user || permission.name !== 'catalog.entity.read') {
      return { result: AuthorizeResult.ALLOW };
    }
    return createCatalogConditionalDecision(permission, {
      not: catalogConditions.hasAnnotation({
        annotation: 'greenroom.dev/hidden-from',
        value: user.info.userEntityRef,
      }),
    });
  }
}

module.exports = createBackendModule({
  pluginId: 'permission',
  moduleId: 'read-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new ReadPolicy());
      },
    });
  },
});
