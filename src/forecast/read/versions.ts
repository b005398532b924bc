import { Manifest } from '../../core/manifest';
import { at, items, text } from '../../core/read';
import { Version } from '../release-forecast';

/** The two revisions of a release, told apart by the images that differ. */
export function versionsOf(running: Manifest, next: Manifest): Version[] {
  const [before, after] = [imagesOf(running), imagesOf(next)];
  const changed = Object.keys({ ...before, ...after }).filter((container) => imageOf(before, container) !== imageOf(after, container));
  return [
    { revision: 1, label: labelOf(before, changed.length > 0 ? changed : Object.keys(before).slice(0, 1)) || 'current version', images: before },
    { revision: 2, label: labelOf(after, changed) || 'next version', images: after },
  ];
}

function imagesOf(template: Manifest): Record<string, string> {
  return Object.fromEntries(items(at(template, 'spec', 'containers'), '').map(({ value }) => [text(value.name), text(value.image)]));
}

function labelOf(images: Record<string, string>, changed: string[]): string {
  return changed.map((container) => shortImage(imageOf(images, container))).filter(Boolean).join(', ');
}

/** A container may be called `constructor`. */
function imageOf(images: Record<string, string>, container: string): string {
  return Object.hasOwn(images, container) ? images[container] : '';
}

const DIGEST_SHOWN = 12;

/** Without the registry, and with as much of a digest as tells it from others. */
function shortImage(image: string): string {
  const [name, digest] = image.split('@');
  const short = name.slice(name.lastIndexOf('/') + 1);
  return digest === undefined ? short : `${short}@${digest.replace(/^\w+:/, '').slice(0, DIGEST_SHOWN)}`;
}
