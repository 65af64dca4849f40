export { scaffolderModuleTemplates as default } from './module';
export { ENGLISH_ANNOTATIONS } from './api/LocalizedScaffolderClient';
export { ENGLISH_TEXTS_KEY } from './domain/localizeParameters';
export { templatesTranslationRef } from './translation';
