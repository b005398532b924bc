import { Manifest } from '../../core/manifest';

export function templateNames(analysis: Manifest | undefined): string[] {
  return (analysis?.templates ?? []).map((template: Manifest) => String(template.templateName ?? template.name));
}
