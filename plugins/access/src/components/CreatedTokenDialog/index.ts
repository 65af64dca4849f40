export { CreatedTokenDialog } from './CreatedTokenDialog';
