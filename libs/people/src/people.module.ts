import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.service.js';
import { PasswordResets } from './password-resets.service.js';
import { Sessions } from './sessions.service.js';
import { Tokens } from './tokens.service.js';

const services = [Accounts, PasswordResets, Sessions, Tokens];

/** Accounts, what they may do, and who is asking. */
@Global()
@Module({ providers: services, exports: services })
export class PeopleModule {}
