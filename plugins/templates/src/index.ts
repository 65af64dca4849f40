export {
  appModuleTemplates,
  scaffolderModuleTemplates as default,
} from './module';
export { ENGLISH_ANNOTATIONS } from './domain/findEnglishTexts';
export { ENGLISH_TEXTS_KEY } from './domain/localizeParameters';
export { templatesTranslationRef } from './translation';
