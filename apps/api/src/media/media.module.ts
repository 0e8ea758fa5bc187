import { Module } from '@nestjs/common';
import { MediaController } from './media.controller.js';

/** The library of media over HTTP. */
@Module({ controllers: [MediaController] })
export class MediaApiModule {}
