/** The address by which requests are counted: of IPv6 the network of 64 bits, not the host. */
export function countedAddress(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4) return v4;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const gap: string[] = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return (
    [...left, ...gap, ...right]
      .slice(0, 4)
      .map((part) => parseInt(part || '0', 16).toString(16))
      .join(':') + '::/64'
  );
}
