export {
  createMachineAccessMiddleware,
  type MachineAccessMiddlewareOptions,
} from './frontDoor/createMachineAccessMiddleware';
export {
  buildFrontDoorKey,
  FRONT_DOOR_HEADER,
  isFrontDoorRequest,
} from './frontDoor/frontDoorKey';
export { readFrontDoorOptions } from './frontDoor/readFrontDoorOptions';
export {
  machineAccessServiceRef,
  type CredentialOrigin,
  type MachineAccessService,
} from './MachineAccessService';
export {
  createMachineSecret,
  parseMachineSecret,
} from './secret/machineSecret';
