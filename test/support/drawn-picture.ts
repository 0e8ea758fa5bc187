import sharp, { type Sharp } from 'sharp';

const rowing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
  <rect width="300" height="110" fill="#f6c453"/><rect y="110" width="300" height="90" fill="#3a7ca5"/>
  <circle cx="60" cy="50" r="24" fill="#e4572e"/><path d="M60 130 Q150 170 250 118 L240 140 Q150 180 70 146 Z" fill="#5b2a1b"/>
</svg>`;

/** A ghe ngo on the river, in any size: a picture to be uploaded. */
export const drawnPicture = (width = 1_200, height = 800): Sharp =>
  sharp(Buffer.from(rowing), { density: 144 }).resize(width, height, { fit: 'cover' });

/** The same as a telephone takes it: with the place, lying on its side. */
export async function photographed(width = 1_200, height = 800): Promise<Buffer> {
  const lying = await drawnPicture(width, height).png().toBuffer();
  return sharp(lying)
    .rotate(-90)
    .withExif({
      IFD0: { Make: 'Dien thoai' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '9/1 36/1 9/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 58/1 26/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}
