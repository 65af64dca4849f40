export {
  machineAccessServiceRef,
  type MachineAccessService,
} from './MachineAccessService';
