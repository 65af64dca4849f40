export { ReviewAnswers } from './ReviewAnswers';
