import { Box, type BoxProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import type { Language } from '@desk/languages';

/** Text of an edition: says its language, so that fonts, line breaks and voices are right. */
export function InLanguage({
  language,
  ...rest
}: { language: Language } & BoxProps & Omit<ComponentPropsWithoutRef<'span'>, 'style' | 'lang'>) {
  return <Box component="span" lang={language} {...rest} />;
}
