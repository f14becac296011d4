Name: Maria
Length: 15 minutes
Voice: warm
Bell: rin
Friend: Ana, she
Someone: Tom, he
