export {
  createAnswerCheck,
  type HttpAnswer,
} from './testing/createAnswerCheck';
