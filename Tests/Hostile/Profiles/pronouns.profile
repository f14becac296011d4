Friend: A, it
Friend: B, she, he
Friend:
Friend: ,
Friend: C; she
Someone: self, she
Someone: all, they
