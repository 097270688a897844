export { catalogHintsModule as default } from './module';
