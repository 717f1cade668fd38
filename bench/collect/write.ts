import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newWorkbook } from '../../src/hosts/file';
import { yinchuan2008 } from '../../src/schemes';
import { cityBook } from './cityBook';

/** Provinces that the cities are spread over (rulebook §5). */
const PROVINCES = 33;

const [folder = '', cities = '0', households = '0'] = process.argv.slice(2);
const scheme = yinchuan2008();
for (let city = 0; city < Number(cities); city += 1) {
  const place = path.join(folder, `省${String((city % PROVINCES) + 1).padStart(2, '0')}`);
  mkdirSync(place, { recursive: true });
  const file = path.join(place, `市${String(city + 1).padStart(3, '0')}.xlsx`);
  writeFileSync(file, newWorkbook(cityBook(scheme, Number(households), city + 1)));
}
