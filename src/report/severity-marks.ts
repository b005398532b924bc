import { Style } from './style';
import { Severity } from '../validation/severity';

/** The icon of a severity and its colour. */
export const MARKS: Record<Severity, [icon: string, colour: keyof Style]> = {
  [Severity.ERROR]: ['✖', 'red'],
  [Severity.WARNING]: ['▲', 'yellow'],
  [Severity.ADVICE]: ['●', 'blue'],
};
