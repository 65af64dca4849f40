export { languageModule } from './languageModule';
export { LanguageSwitch } from './LanguageSwitch';
