// What other teams use. Everything that is not named here is free to change.
export { parsePostcode } from './parsePostcode.ts';
