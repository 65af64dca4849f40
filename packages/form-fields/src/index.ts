export { FieldMessage } from './FieldMessage';
export { FormField, FormFieldFooter } from './FormField';
export { useFreshErrors } from './useFreshErrors';
