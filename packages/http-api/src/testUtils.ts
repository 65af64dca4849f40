export { checkExamples, type CheckedExample } from './testing/checkExamples';
export {
  createAnswerCheck,
  type HttpAnswer,
} from './testing/createAnswerCheck';
export { describeOpenApi } from './testing/describeOpenApi';
