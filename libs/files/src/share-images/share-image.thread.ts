import sharp from 'sharp';
import { answerTasks } from '../threads/in-thread.js';
import { shareImageSvg, type ShareImage } from './share-image-svg.js';

answerTasks(({ image, drawing }: { image: ShareImage; drawing: string }) =>
  sharp(Buffer.from(shareImageSvg(image, drawing)))
    .png({ palette: true })
    .toBuffer(),
);
