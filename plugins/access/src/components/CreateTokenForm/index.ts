export { CreateTokenForm } from './CreateTokenForm';
