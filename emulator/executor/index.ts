export {
  HostEndpoint,
  HostFault,
  type Answer,
  type EndpointLimits,
  type Fault,
  type HostFaultNumber,
} from './endpoint';
export { WireError, type WireErrorCode } from './errors';
export { type EventEntry } from './session';
export { type ActionInfo } from './wire';
