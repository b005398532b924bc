import { build } from '../cluster/build';

export default async function setup(): Promise<void> {
  build(['decoder', 'renderer']);
}
