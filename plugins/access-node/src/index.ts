export {
  accessServiceRef,
  type AccessService,
  type SignIn,
} from './AccessService';
