export { searchPagesModule as default } from './module';
export { SearchBox } from './components/SearchBox';
export { searchTranslationRef } from './translation';
