import { z } from 'zod';

/** Text sizes of the screens; kept in this browser. */
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

const KEPT_UNDER = 'desk.text';
const sizeSchema = z.enum(textSizes).catch('normal');

export const textSize = (): TextSize => sizeSchema.parse(localStorage.getItem(KEPT_UNDER));

export function setTextSize(size: TextSize): void {
  localStorage.setItem(KEPT_UNDER, size);
  document.documentElement.dataset.text = size;
}
