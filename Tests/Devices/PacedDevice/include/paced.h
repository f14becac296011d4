// An ALSA plugin is found by its symbols alone; nothing is declared here.
#pragma once
