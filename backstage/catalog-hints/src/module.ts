import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint, catalogServiceRef } from '@backstage/plugin-catalog-node';
import { Hints } from './hints';
import { HintProcessor } from './processor';
import { readSettings } from './settings';
import { type Look, ShowingChanges } from './showing';
import { TIMING } from './timing';

/** All that fingerprints and relations are made of. */
const FIELDS = ['kind', 'metadata', 'spec', 'relations'];

/** A module of the catalog that tells Greenroom which entities may have changed. */
export const catalogHintsModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'greenroom-hints',
  register(registry) {
    registry.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        lifecycle: coreServices.lifecycle,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ config, logger, lifecycle, auth, catalog, processing }) {
        const read = readSettings(config);
        switch (read.outcome) {
          case 'not set':
            logger.info('no hints go to Greenroom, since greenroom.catalogHints is not set');
            return;
          case 'wrong':
            logger.error(`no hints go to Greenroom: ${read.reason}`);
            return;
          case 'set':
        }
        const look: Look = async entityRefs => {
          const credentials = await auth.getOwnServiceCredentials();
          return (await catalog.getEntitiesByRefs({ entityRefs, fields: FIELDS }, { credentials })).items;
        };
        const hints = new Hints(read.settings, TIMING, logger);
        const changes = new ShowingChanges(look, hints, TIMING, logger);
        processing.addProcessor(new HintProcessor(read.settings.kinds, change => changes.add(change), logger));
        lifecycle.addShutdownHook(() => {
          changes.stop();
          hints.stop();
        });
        logger.info(`hints of changed entities go to ${read.settings.url}`);
      },
    });
  },
});
