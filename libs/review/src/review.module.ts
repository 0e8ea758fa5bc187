import { Module, type OnModuleInit } from '@nestjs/common';
import { ArticlesModule, Transitions } from '@desk/articles';
import { Comments } from './comments.service.js';
import { Reviews } from './reviews.service.js';
import { Rounds } from './rounds.service.js';

/** Review rounds, sign-offs and comments; joins the workflow when the process starts. */
@Module({
  imports: [ArticlesModule],
  providers: [Comments, Reviews, Rounds],
  exports: [Comments, Reviews],
})
export class ReviewModule implements OnModuleInit {
  constructor(
    private readonly transitions: Transitions,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.transitions.add(this.rounds);
  }
}
