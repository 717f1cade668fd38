import { testEveryView } from './tour/everyView';

testEveryView('en-US');
