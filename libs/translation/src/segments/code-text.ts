/** The written form of segments is also the API's and the screens': see contracts. */
export { codeInCodeText, codeTokens, plainText, textInCodeText } from '@desk/contracts';
export type { CodeToken } from '@desk/contracts';
