export { countAtEnd, type Place, placesByIndex, shareIndices } from './rankPercentile';
