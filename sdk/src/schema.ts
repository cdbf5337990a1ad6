export { scalars } from './records/scalars.js';
