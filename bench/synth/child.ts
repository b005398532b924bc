import { measure } from './measure';
import { Layout, Subject } from './subjects';

const [subject, layout, count] = process.argv.slice(2);
process.stdout.write(JSON.stringify(measure(subject as Subject, layout as Layout, Number(count))));
