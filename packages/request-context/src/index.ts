export {
  createRequestContext,
  getRequestContext,
  runInRequestContext,
  type RequestContext,
} from './RequestContext';
