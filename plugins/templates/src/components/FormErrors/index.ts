export { FormErrors } from './FormErrors';
