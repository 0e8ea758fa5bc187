/**
 * Sent with every answer. Nothing is loaded but the portal's own style sheet, fonts and
 * pictures; of scripts only files of the portal's own run (JSON-LD is data and is not executed).
 */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `style-src 'self'`,
      `script-src 'self'`,
      `connect-src 'self'`,
      `font-src 'self'`,
      `img-src 'self'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(origin.startsWith('https:') && {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  };
}
