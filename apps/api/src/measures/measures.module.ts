import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';

/** Measures for those who run the newsroom. */
@Module({ controllers: [MetricsController] })
export class MeasuresModule {}
