export { TemplateWizard } from './TemplateWizard';
