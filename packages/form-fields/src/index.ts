export { findAnswerView, withAnswerView, type AnswerView } from './answerViews';
export {
  CountedTextField,
  type CountedTextFieldProps,
} from './CountedTextField';
export { FieldMessage } from './FieldMessage';
export { FormField, FormFieldFooter } from './FormField';
export { loadTranslate } from './loadTranslate';
export { useFreshErrors } from './useFreshErrors';
