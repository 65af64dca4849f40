export { DocumentTitle } from './DocumentTitle';
export { layoutModule } from './layoutModule';
export { Logo } from './Logo';
export { useTitleTranslation } from './useTitleTranslation';
