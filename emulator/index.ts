/** The stand-in for Excel on the web behind the demo and the tests; nothing here is shipped. */
export { XdmHost, type XdmOptions } from './bridge/xdm';
export { HostEndpoint, HostFault, type EndpointLimits, type Fault } from './executor';
export * from './model';
