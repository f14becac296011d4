﻿Name: A
